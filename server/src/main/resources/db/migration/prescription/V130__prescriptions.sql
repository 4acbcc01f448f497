create table prescription_prescription (
    id          uuid primary key,
    appointment uuid        not null,
    patient     uuid        not null,
    doctor      uuid        not null,
    created_at  timestamptz not null
);
create index prescription_by_appointment on prescription_prescription (appointment);

-- What the doctor is writing: one at a time for an appointment. It goes when it is signed.
create table prescription_draft (
    prescription uuid primary key references prescription_prescription on delete cascade,
    appointment  uuid        not null unique,
    items        text        not null,
    notes        text        not null,
    revision     int         not null,
    saved_at     timestamptz not null
);

-- What was signed: content is the canonical text, digest its SHA-256, signature (Ed25519) over that digest.
create table prescription_version (
    prescription   uuid        not null references prescription_prescription,
    number         int         not null check (number > 0),
    content        text        not null,
    digest         bytea       not null,
    signature      bytea       not null,
    code           text        not null unique check (length(code) = 24),
    draft_revision int         not null,
    signed_at      timestamptz not null,
    primary key (prescription, number),
    check (digest = sha256(convert_to(content, 'UTF8')))
);
create unique index prescription_by_short_code on prescription_version (left(code, 12));

create table prescription_withdrawal (
    prescription uuid primary key references prescription_prescription,
    reason       text        not null,
    at           timestamptz not null
);

-- Signed is signed. Only the erasure of a person's data may take a version out, and it says that it is one.
create function prescription_is_signed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('consilium.erasing', true) = 'on' then
        return old;
    end if;
    raise exception 'A signed prescription cannot be changed.' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger signed before update or delete on prescription_version
    for each row execute function prescription_is_signed();
create trigger never_emptied before truncate on prescription_version
    for each statement execute function prescription_is_signed();
create trigger withdrawn before update or delete on prescription_withdrawal
    for each row execute function prescription_is_signed();

-- What is said about allergies; the newest counts, the others stay to be read.
create table prescription_allergies (
    patient  uuid        not null,
    number   int         not null,
    state    text        not null check (state in ('NONE_KNOWN', 'LISTED')),
    names    text[]      not null,
    noted_by uuid        not null,
    noted_at timestamptz not null,
    primary key (patient, number),
    check ((state = 'LISTED') = (cardinality(names) > 0))
);

create table prescription_prescriber (
    doctor     uuid primary key,
    licence    text        not null,
    changed_at timestamptz not null
);
