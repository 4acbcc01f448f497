alter table identity_account
    add column phone         text,
    add column date_of_birth date;

-- The one appointment that a sign-in by link may see; null: everything of its person.
alter table identity_login add column only_appointment uuid;

-- A link that was mailed, or printed at the first start. Only the hash of its secret is kept.
create table identity_link (
    token_hash  bytea primary key,
    account     uuid references identity_account,
    purpose     text        not null check (purpose in ('APPOINTMENT', 'PASSWORD', 'SETUP')),
    path        text        not null default '',
    appointment uuid,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    wrong       integer     not null default 0,
    check ((account is null) = (purpose = 'SETUP')),
    check ((appointment is null) = (purpose <> 'APPOINTMENT'))
);
create index identity_link_by_account on identity_link (account, purpose, appointment);
