-- A name that a person confirmed when linking a record used to be kept with the client for good,
-- also after a wrong link was taken back. From here on it belongs to the link and counts while that
-- is in force. So every such name leaves the client, whether its link ended or not; those in force
-- hold their own. Names that no link has confirmed stay.
--
-- Row security holds for the owner, too: the practices are visited one by one.
DO $$
DECLARE
  visited uuid;
BEGIN
  FOR visited IN SELECT practice_id FROM directory.practice LOOP
    PERFORM set_config('app.practice', visited::text, true);
    WITH changed AS (
      UPDATE care.client c
      SET other_names = ARRAY(
        SELECT known.name
        FROM unnest(c.other_names) WITH ORDINALITY AS known (name, place)
        WHERE NOT EXISTS (
          SELECT FROM care.ehr_link l
          WHERE l.practice_id = visited AND l.client_id = c.client_id
            AND l.confirmed_name = known.name)
        ORDER BY known.place)
      WHERE c.practice_id = visited AND EXISTS (
        SELECT FROM care.ehr_link l
        WHERE l.practice_id = visited AND l.client_id = c.client_id
          AND l.confirmed_name = ANY (c.other_names))
      RETURNING c.client_id
    )
    INSERT INTO care.audit_event
      (practice_id, event_id, at, actor_kind, actor_id, action, client_id, subject, request_id)
    SELECT visited, gen_random_uuid(), now(), 'system', 'migration', 'client.linkNamesRemoved',
      changed.client_id, '{}', '0004_link_names_leave_the_client'
    FROM changed;
  END LOOP;
  PERFORM set_config('app.practice', '', true);
END
$$;
