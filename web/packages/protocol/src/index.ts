export * from "./frames";
export { decode, encode, isNumbered, MalformedFrame } from "./codec";
