-- What people are told, one row a way: written in the transaction of what happened, sent afterwards, kept so that nobody is
-- told twice. It holds no words: those are made when it is sent, from what is true by then.
create table notification_message (
    id          uuid primary key,
    kind        text        not null,
    appointment uuid        not null,
    subject     uuid        not null,
    revision    int         not null,
    person      uuid        not null,
    channel     text        not null check (channel in ('MAIL', 'APP', 'PUSH', 'SMS')),
    lane        text        not null,
    detail      text        not null default '',
    state       text        not null check (state in ('QUEUED', 'SENDING', 'FAILED', 'SENT', 'GIVEN_UP')),
    attempts    int         not null default 0,
    round       int         not null default 0,
    next_at     timestamptz not null,
    expires_at  timestamptz not null,
    problem     text,
    created_at  timestamptz not null,
    settled_at  timestamptz,
    read_at     timestamptz,
    -- Each kind at most once a subject, its revision, person and way.
    constraint notification_message_once unique (kind, subject, revision, person, channel)
);
create index notification_message_due on notification_message (lane, next_at) where state in ('QUEUED', 'SENDING', 'FAILED');
create index notification_message_of_person on notification_message (person, created_at desc) where channel = 'APP';
create index notification_message_unread on notification_message (person) where channel = 'APP' and read_at is null;
create index notification_message_by_time on notification_message (created_at desc, id);
create index notification_message_by_appointment on notification_message (appointment);

-- By which ways a person wants to be told; who never chose has no row.
create table notification_preference (
    person     uuid primary key,
    mail       boolean     not null,
    push       boolean     not null,
    sms        boolean     not null,
    changed_at timestamptz not null
);
