alter table identity_account
    add column licence text not null default '';

-- What the person's own list of sign-ins says: which browser.
alter table identity_login
    add column browser text not null default '';
