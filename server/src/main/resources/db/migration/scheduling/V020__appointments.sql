create extension if not exists btree_gist;

create table scheduling_appointment (
    id         uuid primary key,
    patient    uuid        not null,
    doctor     uuid        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    reason     text        not null,
    status     text        not null check (status in ('BOOKED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
    created_at timestamptz not null,
    check (starts_at < ends_at),
    check (patient <> doctor),
    -- A doctor is in one place at a time: booked slots of one doctor cannot overlap, whoever races.
    constraint scheduling_no_overlap exclude using gist
        (doctor with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status = 'BOOKED')
);
create index scheduling_appointment_by_patient on scheduling_appointment (patient, starts_at);
create index scheduling_appointment_by_doctor on scheduling_appointment (doctor, starts_at);
create index scheduling_appointment_by_start on scheduling_appointment (starts_at);
