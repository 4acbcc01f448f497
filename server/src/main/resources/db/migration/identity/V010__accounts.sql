create table identity_account (
    id            uuid primary key,
    email         text        not null,
    password_hash text        not null,
    role          text        not null check (role in ('PATIENT', 'DOCTOR', 'ADMIN')),
    display_name  text        not null,
    about         text        not null default '',
    zone          text        not null,
    locale        text        not null,
    enabled       boolean     not null default true,
    created_at    timestamptz not null
);
create unique index identity_account_by_email on identity_account (lower(email));

-- One sign-in: a browser session or a bearer token. Only the hash of its secret is kept.
create table identity_login (
    id         uuid primary key,
    token_hash bytea       not null unique,
    account    uuid        not null references identity_account,
    kind       text        not null check (kind in ('SESSION', 'BEARER')),
    created_at timestamptz not null,
    used_at    timestamptz not null,
    expires_at timestamptz not null
);
create index identity_login_by_account on identity_login (account);
