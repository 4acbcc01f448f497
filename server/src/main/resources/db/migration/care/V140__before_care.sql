-- What people read before they answered; sha256 is that of the text, in hex.
create table care_consent_text (
    sha256 text primary key,
    text   text not null
);

-- Each answer is a line of its own; the newest of a patient and version counts.
create table care_consent (
    id       uuid        primary key,
    seq      bigint      generated always as identity,
    patient  uuid        not null,
    version  int         not null,
    language text        not null,
    answer   text        not null check (answer in ('GIVEN', 'DECLINED', 'WITHDRAWN')),
    text     text        not null references care_consent_text,
    at       timestamptz not null
);

create index care_consent_newest on care_consent (patient, version, seq desc);

create function care_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'answers about consent are only ever added';
end $$;

create trigger care_consent_append_only before update or delete or truncate on care_consent
    for each statement execute function care_append_only();

-- Where the patient is during this visit, and whom to reach. Erased after consilium.care.keep-visits.
create table care_visit (
    appointment   uuid        primary key,
    patient       uuid        not null,
    address       text,
    country       text,
    call_back     text,
    contact_name  text,
    contact_phone text,
    ends_at       timestamptz not null,
    stated_at     timestamptz not null
);

create index care_visit_newest on care_visit (patient, stated_at desc);
create index care_visit_by_end on care_visit (ends_at);

-- Somebody read out name and date of birth, and the doctor ticked it.
create table care_identity (
    appointment  uuid        primary key,
    doctor       uuid        not null,
    confirmed_at timestamptz not null
);

-- As a patient is shown it.
create table care_licence (
    doctor     uuid        primary key,
    licence    text        not null,
    changed_by uuid        not null,
    changed_at timestamptz not null
);
