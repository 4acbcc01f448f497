-- Codes and numbers only: no name of a device, no address.
create table readiness_check (
    appointment  uuid        not null,
    person       uuid        not null,
    findings     text[]      not null,
    relays       text[]      not null,
    rtt_ms       int,
    jitter_ms    int,
    loss_percent int,
    kbps         int,
    tested_at    timestamptz not null,
    primary key (appointment, person)
);
