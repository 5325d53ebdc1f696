-- Who looked back on an emergency: never who asked for it, signed or seconded it.

ALTER TABLE change_request ADD COLUMN retrospective_by VARCHAR(24);
