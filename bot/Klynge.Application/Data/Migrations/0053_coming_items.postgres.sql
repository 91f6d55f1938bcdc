-- Cases that wait for a later meeting of a forum.
CREATE TABLE "ComingItems" (
    "Id" uuid NOT NULL CONSTRAINT "PK_ComingItems" PRIMARY KEY,
    "ForumId" uuid NOT NULL,
    "Content" text NOT NULL,
    "Status" integer NOT NULL,
    "WantedWords" text NULL,
    "WantedKind" integer NOT NULL,
    "WantedFrom" date NULL,
    "WantedTo" date NULL,
    "Reading" integer NULL,
    "Remark" text NULL,
    "FromForumId" uuid NULL,
    "FromMeetingId" uuid NULL,
    "FromItemId" uuid NULL,
    "AgreementId" uuid NULL,
    "ItemId" uuid NULL,
    "AddedAt" timestamptz NOT NULL,
    "AddedById" uuid NULL,
    "Reason" text NULL,
    "DroppedAt" timestamptz NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "FK_ComingItems_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ComingItems_Forums_FromForumId" FOREIGN KEY ("FromForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ComingItems_Meetings_FromMeetingId" FOREIGN KEY ("FromMeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ComingItems_AgendaItems_FromItemId" FOREIGN KEY ("FromItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ComingItems_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ComingItems_Deadlines_AgreementId" FOREIGN KEY ("AgreementId") REFERENCES "Deadlines" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ComingItems_People_AddedById" FOREIGN KEY ("AddedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ComingItems_ForumId" ON "ComingItems" ("ForumId");
CREATE INDEX "IX_ComingItems_FromForumId" ON "ComingItems" ("FromForumId");
CREATE INDEX "IX_ComingItems_FromMeetingId" ON "ComingItems" ("FromMeetingId");
CREATE INDEX "IX_ComingItems_FromItemId" ON "ComingItems" ("FromItemId");
CREATE UNIQUE INDEX "IX_ComingItems_ItemId" ON "ComingItems" ("ItemId") WHERE "ItemId" IS NOT NULL;
CREATE UNIQUE INDEX "IX_ComingItems_AgreementId" ON "ComingItems" ("AgreementId") WHERE "AgreementId" IS NOT NULL;
CREATE INDEX "IX_ComingItems_AddedById" ON "ComingItems" ("AddedById");
