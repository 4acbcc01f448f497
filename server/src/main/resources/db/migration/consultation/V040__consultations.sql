create table consultation_consultation (
    id               uuid primary key,
    appointment      uuid        not null unique,
    patient          uuid        not null,
    doctor           uuid        not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    phase            text        not null,
    present          uuid[]      not null default '{}',
    media_up         uuid[]      not null default '{}',
    ring_by          uuid,
    ring_since       timestamptz,
    absent           uuid[]      not null default '{}',
    interrupted_at   timestamptz,
    end_reason       text,
    ended_at         timestamptz,
    patient_came     boolean     not null default false,
    doctor_came      boolean     not null default false,
    patient_rang_at  timestamptz,
    first_live_at    timestamptz,
    warned           int         not null default 0,
    extended_minutes int         not null default 0,
    provider         text,
    room_name        text unique,
    room_url         text,
    version          bigint      not null default 0,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);
create index consultation_by_patient on consultation_consultation (patient) where phase <> 'ENDED';
create index consultation_by_doctor on consultation_consultation (doctor) where phase <> 'ENDED';

-- The call log: what happened, when, by whom. Kept with the consultation.
create table consultation_log (
    consultation uuid        not null references consultation_consultation,
    number       int         not null,
    at           timestamptz not null,
    kind         text        not null,
    who          uuid,
    detail       text        not null default '',
    primary key (consultation, number)
);
