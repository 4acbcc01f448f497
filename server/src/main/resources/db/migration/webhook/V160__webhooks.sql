-- Where the clinic's other systems are told what happened.
create table webhook_endpoint (
    id          uuid        primary key,
    url         text        not null,
    description text        not null,
    events      text[]      not null,
    -- ON; OFF by hand; GONE when it answered 410; PAUSED after too many failures
    state       text        not null check (state in ('ON', 'OFF', 'GONE', 'PAUSED')),
    -- since the last success; null when the last one was a success
    failing_since timestamptz,
    failures    int         not null default 0,
    created_at  timestamptz not null,
    created_by  uuid        not null
);

-- What signs, sealed; an older one signs along until it expires.
create table webhook_secret (
    id         uuid        primary key,
    endpoint   uuid        not null references webhook_endpoint on delete cascade,
    sealed     bytea       not null,
    created_at timestamptz not null,
    expires_at timestamptz
);

create index webhook_secret_of on webhook_secret (endpoint);

create table webhook_delivery (
    id           uuid        primary key,
    endpoint     uuid        not null references webhook_endpoint on delete cascade,
    event        uuid        not null,
    type         text        not null,
    body         text        not null,
    status       text        not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts     int         not null default 0,
    created_at   timestamptz not null,
    give_up_at   timestamptz not null,
    -- while PENDING: when it is tried next, or, while it is on its way, when somebody else may try
    next_at      timestamptz not null,
    unique (endpoint, event)
);

create index webhook_delivery_newest on webhook_delivery (endpoint, created_at desc);

create table webhook_attempt (
    delivery uuid        not null references webhook_delivery on delete cascade,
    number   int         not null,
    at       timestamptz not null,
    -- of HTTP; 0: no answer
    status   int         not null,
    problem  text,
    millis   int         not null,
    primary key (delivery, number)
);
