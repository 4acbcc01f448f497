/** What the worker asks a page that is looked at: do you ring? It answers true or false, or, when it was signed out, nothing. */
export const QUESTION = "rings?";
