-- What belongs to an appointment goes with it.
alter table scheduling_change
    drop constraint scheduling_change_appointment_fkey,
    add constraint scheduling_change_appointment_fkey
        foreign key (appointment) references scheduling_appointment on delete cascade;
alter table scheduling_intake
    drop constraint scheduling_intake_appointment_fkey,
    add constraint scheduling_intake_appointment_fkey
        foreign key (appointment) references scheduling_appointment on delete cascade;
