/** The database in which a browser keeps what it has recorded; where there is none, nothing was ever recorded here. */
export const SPOOL = "consilium-recording";
