-- A patient who never signs in asks by letter or at the desk; an administrator writes it down, with why.
alter table admin_data_request
    add column asked_by uuid,
    add column reason   text not null default '',
    -- Made by the page that asked: sent twice, it is one request.
    add column ask_key  uuid unique,
    add constraint admin_data_request_says_why check (asked_by is null or reason <> ''),
    -- A copy that nobody fetched in time stands in the way of no further one.
    drop constraint admin_data_request_state_check,
    add constraint admin_data_request_state_check
        check (state in ('ASKED', 'READY', 'COLLECTED', 'DONE', 'REFUSED', 'EXPIRED'));
