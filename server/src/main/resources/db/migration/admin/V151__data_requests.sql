-- What patients ask for: a copy of their data, or its erasure; and what came of it.
create table admin_data_request (
    id         uuid primary key,
    person     uuid        not null,
    kind       text        not null check (kind in ('COPY', 'ERASURE')),
    state      text        not null check (state in ('ASKED', 'READY', 'COLLECTED', 'DONE', 'REFUSED')),
    asked_at   timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    -- Of a copy: until when it may be fetched, once.
    expires_at timestamptz,
    -- Of an erasure: by section what is gone and what stays, as JSON.
    outcome    text        not null default '{}'
);
create unique index admin_data_request_one_open on admin_data_request (person, kind) where state in ('ASKED', 'READY');
create index admin_data_request_by_time on admin_data_request (asked_at);
