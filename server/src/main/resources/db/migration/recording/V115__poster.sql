-- One picture of a recording, to recognise it by; sealed under its key.
create table recording_poster (
    recording uuid        not null primary key references recording,
    type      text        not null,
    sealed    bytea       not null,
    taken_at  timestamptz not null
);
