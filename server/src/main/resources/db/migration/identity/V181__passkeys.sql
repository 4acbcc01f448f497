-- The public half of a key that somebody's device keeps (WebAuthn). Nothing in here is secret.
create table identity_passkey (
    id              uuid primary key,
    account         uuid        not null references identity_account,
    credential_id   bytea       not null unique,
    -- Credential id and public key as the device said them (WebAuthn 6.5.2).
    attested        bytea       not null,
    sign_count      bigint      not null,
    backup_eligible boolean     not null,
    transports      text        not null default '',
    name            text        not null,
    created_at      timestamptz not null,
    used_at         timestamptz
);
create index identity_passkey_by_account on identity_passkey (account);
