-- What people read before they answered; sha256 is that of the text, in hex.
create table recording_text (
    sha256 text primary key,
    text   text not null
);

-- Names the text that somebody had read.
alter table recording_ledger add column text text;

-- An HMAC of where the ledger ends.
alter table recording add column ledger_head bytea;
