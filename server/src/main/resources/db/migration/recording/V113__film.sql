-- Where in the parts of a complete recording what lies, sealed under its key.
create table recording_film (
    recording uuid        not null primary key references recording,
    parts     int         not null,
    sealed    bytea       not null,
    made_at   timestamptz not null
);
