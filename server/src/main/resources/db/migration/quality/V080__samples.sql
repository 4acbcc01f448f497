create table quality_sample (
    consultation uuid        not null,
    person       uuid        not null,
    at           timestamptz not null,
    rtt          real,
    loss_up      real,
    loss_down    real,
    jitter       real,
    bitrate_up   real,
    bitrate_down real,
    width        int,
    height       int,
    fps          real,
    candidate    text,
    limitation   text,
    score        int
);
create index quality_sample_by_consultation on quality_sample (consultation, person, at);
