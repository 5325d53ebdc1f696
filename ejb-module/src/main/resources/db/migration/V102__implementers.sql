-- Who carried a change out by hand: none of them reviews it.

CREATE TABLE change_implementer (
  change_id BIGINT NOT NULL REFERENCES change_request (id),
  person_number VARCHAR(80) NOT NULL,
  PRIMARY KEY (change_id, person_number)
);

INSERT INTO change_implementer (change_id, person_number)
  SELECT DISTINCT c.id, s.actor
    FROM state_change s
    JOIN change_request c ON c.id = CAST(SUBSTR(s.record_number, 5) AS BIGINT)
   WHERE s.record_number LIKE 'CHG-%'
     AND s.verb IN ('BEGIN_IMPLEMENTATION', 'COMPLETE_TASK', 'RECORD_OUTCOME')
     AND c.release_manager IS NULL;
