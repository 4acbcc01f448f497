/** The database in which a browser keeps what it has recorded; where there is none, nothing was ever recorded here. */
export const SPOOL = "consilium-recording";
/** Where a browser notes which takes it has asked for, from before there is such a database. */
export const ASKED = "consilium-takes-asked";
