-- Every sum that came, whatever it was for. The one that counts pays the appointment; all others are owed back.
create table payment_money (
    id               uuid primary key,
    -- What it said it was for; there may be no such appointment.
    appointment      uuid        not null,
    provider         text        not null,
    reference        text        not null,
    amount_minor     bigint      not null check (amount_minor >= 0),
    currency         text        not null,
    came_at          timestamptz not null,
    state            text        not null check (state in ('KEPT', 'REFUND_DUE', 'REFUNDED')),
    counts           boolean     not null,
    -- Nobody but the staff can give it back.
    by_hand          boolean     not null,
    refund_reference text,
    why              text        not null default '',
    -- The same payment is told more than once, and counts once.
    unique (provider, reference)
);
create index payment_money_by_appointment on payment_money (appointment);
create index payment_money_due on payment_money (came_at) where state = 'REFUND_DUE';
-- An appointment is paid by one sum.
create unique index payment_money_that_counts on payment_money (appointment) where counts;

insert into payment_money
select gen_random_uuid(), appointment, 'staff', appointment::text, amount_minor, currency, changed_at,
       case status when 'PAID' then 'KEPT' else status end, true, true, null, reason
from payment_payment where status <> 'UNPAID';

-- A patient's tries to pay.
create table payment_checkout (
    appointment  uuid        not null,
    attempt      int         not null,
    provider     text        not null,
    state        text        not null check (state in ('OPENING', 'OPEN', 'PENDING', 'PAID', 'FAILED', 'EXPIRED')),
    amount_minor bigint      not null,
    currency     text        not null,
    base         text        not null,
    locale       text        not null,
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    session      text,
    url          text,
    primary key (appointment, attempt),
    unique (provider, session)
);

-- What payment systems told us, each once.
create table payment_notice (
    provider text        not null,
    id       text        not null,
    came_at  timestamptz not null,
    primary key (provider, id)
);

-- The history of payments.
create table payment_event (
    id           bigint generated always as identity primary key,
    appointment  uuid        not null,
    at           timestamptz not null,
    kind         text        not null,
    by_person    uuid,
    provider     text,
    reference    text,
    amount_minor bigint,
    currency     text,
    words        text        not null default ''
);
create index payment_event_by_appointment on payment_event (appointment, id);

create function payment_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'payment_event is append-only';
end $$;
create trigger payment_event_append_only before update or delete on payment_event
    for each row execute function payment_event_is_append_only();
create trigger payment_event_not_emptied before truncate on payment_event
    for each statement execute function payment_event_is_append_only();

-- Receipts as they were given out; without a gap in a year, because the number comes and goes with its transaction.
create table payment_receipt_year (
    year int primary key,
    last int not null
);
create table payment_receipt (
    year         int         not null,
    number       int         not null,
    money        uuid        not null unique references payment_money,
    appointment  uuid        not null,
    issued_at    timestamptz not null,
    clinic       text        not null,
    patient      uuid        not null,
    doctor       uuid        not null,
    held_at      timestamptz not null,
    amount_minor bigint      not null,
    currency     text        not null,
    method       text        not null,
    tax_percent  numeric(5, 2),
    tax_note     text        not null default '',
    primary key (year, number)
);
create index payment_receipt_by_appointment on payment_receipt (appointment);
