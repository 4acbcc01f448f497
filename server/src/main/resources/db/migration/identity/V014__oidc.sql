-- Whom a provider of OpenID Connect means by a subject. An account may have several.
create table identity_oidc_subject (
    issuer  text not null,
    subject text not null,
    account uuid not null references identity_account,
    primary key (issuer, subject)
);
create index identity_oidc_subject_by_account on identity_oidc_subject (account);
