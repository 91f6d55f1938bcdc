-- Whom the secretariat asked to approve an agenda before it goes out, and what they answered.
CREATE TABLE "AgendaApprovals" (
    "Id" uuid NOT NULL CONSTRAINT "PK_AgendaApprovals" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "MeetingId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "AskedAt" timestamptz NOT NULL,
    "AskedById" uuid NOT NULL,
    "AskedAbout" text NOT NULL,
    "Note" text NULL,
    "RemindedAt" timestamptz NULL,
    "Answer" integer NULL,
    "AnsweredAt" timestamptz NULL,
    "RecordedById" uuid NULL,
    "Remark" text NULL,
    "Approved" text NULL,
    CONSTRAINT "FK_AgendaApprovals_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_People_AskedById" FOREIGN KEY ("AskedById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaApprovals_People_RecordedById" FOREIGN KEY ("RecordedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_AgendaApprovals_MeetingId_PersonId" ON "AgendaApprovals" ("MeetingId", "PersonId");
CREATE INDEX "IX_AgendaApprovals_ForumId" ON "AgendaApprovals" ("ForumId");
CREATE INDEX "IX_AgendaApprovals_PersonId" ON "AgendaApprovals" ("PersonId");
CREATE INDEX "IX_AgendaApprovals_AskedById" ON "AgendaApprovals" ("AskedById");
CREATE INDEX "IX_AgendaApprovals_RecordedById" ON "AgendaApprovals" ("RecordedById");
