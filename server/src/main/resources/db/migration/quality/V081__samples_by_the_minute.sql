-- A minute of one person's samples is one row, one array a measure (docs/adr/0007, units in Measure.java).
create table quality_samples (
    consultation    uuid        not null,
    person          uuid        not null,
    began_at        timestamptz not null,
    -- Tenths of a second after began_at.
    offsets         smallint[]  not null,
    score           smallint[]  not null,
    rtt             smallint[]  not null,
    jitter          smallint[]  not null,
    jitter_buffer   smallint[]  not null,
    loss_up         smallint[]  not null,
    loss_down       smallint[]  not null,
    concealed       smallint[]  not null,
    dropped         smallint[]  not null,
    frozen          smallint[]  not null,
    encoding        smallint[]  not null,
    decoding        smallint[]  not null,
    signalling_late smallint[]  not null,
    signalling_rtt  smallint[]  not null,
    bitrate_up      smallint[]  not null,
    bitrate_down    smallint[]  not null,
    available_up    smallint[]  not null,
    width           smallint[]  not null,
    height          smallint[]  not null,
    fps             smallint[]  not null,
    limitation      smallint[]  not null,
    candidate       smallint[]  not null,
    protocol        smallint[]  not null,
    cause           smallint[]  not null,
    side            smallint[]  not null,
    direction       smallint[]  not null,
    primary key (consultation, person, began_at)
);
create index quality_samples_by_age on quality_samples (began_at);

-- What the samples of a person amounted to when the consultation was over; stays when they are gone.
create table quality_summary (
    consultation uuid        not null,
    person       uuid        not null,
    made_at      timestamptz not null,
    figures      jsonb       not null,
    primary key (consultation, person)
);

-- How long people waited for the call to begin, or to come back.
create table quality_wait (
    consultation uuid        not null,
    person       uuid        not null,
    at           timestamptz not null,
    what         text        not null check (what in ('setUp', 'reconnect')),
    millis       int         not null check (millis >= 0)
);
create index quality_wait_by_consultation on quality_wait (consultation, person);

-- One wide row a sample: what there is of them is days old and belongs to no report.
drop table quality_sample;
