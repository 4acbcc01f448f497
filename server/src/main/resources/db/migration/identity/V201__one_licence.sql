-- A doctor's licence number stands in the account and nowhere else. What the clinic wrote down goes before what the doctor
-- entered; the account's, which prescriptions carried already, before all.
alter table identity_account
    add column licence_by_doctor boolean not null default false;
update identity_account a set licence = c.licence
  from care_licence c where c.doctor = a.id and a.licence = '';
update identity_account a set licence = p.licence, licence_by_doctor = true
  from prescription_prescriber p where p.doctor = a.id and a.licence = '';
drop table care_licence;
drop table prescription_prescriber;
