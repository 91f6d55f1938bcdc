-- When each person has read which agenda on its page, so that changes since are marked for them. Outside the record.
CREATE TABLE "AgendaReads" (
    "MeetingId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "ForumId" uuid NOT NULL,
    "ReadAt" timestamptz NOT NULL,
    "MarksFrom" timestamptz NULL,
    CONSTRAINT "PK_AgendaReads" PRIMARY KEY ("MeetingId", "PersonId"),
    CONSTRAINT "FK_AgendaReads_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaReads_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaReads_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AgendaReads_ForumId" ON "AgendaReads" ("ForumId");
CREATE INDEX "IX_AgendaReads_PersonId" ON "AgendaReads" ("PersonId");
