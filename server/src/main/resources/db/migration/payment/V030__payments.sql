create table payment_payment (
    appointment  uuid primary key,
    status       text        not null check (status in ('UNPAID', 'PAID', 'REFUND_DUE', 'REFUNDED')),
    amount_minor bigint      not null check (amount_minor >= 0),
    currency     text        not null,
    changed_at   timestamptz not null,
    changed_by   uuid,
    reason       text        not null default ''
);
