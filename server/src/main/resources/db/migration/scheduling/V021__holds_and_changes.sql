-- A time that somebody is about to pay for is held: it belongs to nobody else until held_until.
alter table scheduling_appointment
    add column held_until    timestamptz,
    add column blocked_until timestamptz,
    add column revision      int not null default 0;
update scheduling_appointment set blocked_until = ends_at;
alter table scheduling_appointment
    alter column blocked_until set not null,
    drop constraint scheduling_appointment_status_check,
    add constraint scheduling_appointment_status_check
        check (status in ('HELD', 'EXPIRED', 'BOOKED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
    add constraint scheduling_hold_has_an_end check (status <> 'HELD' or held_until is not null),
    add constraint scheduling_blocked_to_the_end check (blocked_until >= ends_at),
    drop constraint scheduling_no_overlap,
    -- A doctor is in one place at a time, and has the pause after each appointment, whoever races.
    add constraint scheduling_no_overlap exclude using gist
        (doctor with =, tstzrange(starts_at, blocked_until, '[)') with &&) where (status in ('HELD', 'BOOKED'));
create index scheduling_hold_by_end on scheduling_appointment (held_until) where status = 'HELD';

-- Who moved or gave up an appointment, and what they said about it.
create table scheduling_change (
    appointment uuid        not null references scheduling_appointment,
    number      int         not null,
    at          timestamptz not null,
    person      uuid,
    kind        text        not null check (kind in ('MOVED', 'CANCELLED')),
    starts_at   timestamptz not null,
    reason      text        not null default '',
    primary key (appointment, number)
);

-- What somebody needs at a visit; the newest of a patient is what the next booking proposes.
create table scheduling_intake (
    appointment  uuid primary key references scheduling_appointment,
    patient      uuid        not null,
    interpreter  text,
    captions     boolean     not null,
    companion    boolean     not null,
    screen_reader boolean    not null,
    written_at   timestamptz not null
);
create index scheduling_intake_by_patient on scheduling_intake (patient, written_at desc);
