-- CHALLENGED: the password was right, the second factor is still to come. Such a sign-in opens nothing else.
alter table identity_login
    add column stage text not null default 'IN' check (stage in ('IN', 'CHALLENGED'));

-- The secret of an authenticator app, sealed. Without confirmed_at nobody has proved yet that an app knows it.
create table identity_totp (
    account      uuid primary key references identity_account,
    sealed       bytea  not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

-- Codes for the day when the phone is gone. Only hashes are kept; each works once.
create table identity_recovery_code (
    account   uuid  not null references identity_account,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (account, code_hash)
);
