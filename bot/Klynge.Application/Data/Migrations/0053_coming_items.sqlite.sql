-- Cases that wait for a later meeting of a forum.
CREATE TABLE "ComingItems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ComingItems" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "Content" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "WantedWords" TEXT NULL,
    "WantedKind" INTEGER NOT NULL,
    "WantedFrom" TEXT NULL,
    "WantedTo" TEXT NULL,
    "Reading" INTEGER NULL,
    "Remark" TEXT NULL,
    "FromForumId" TEXT NULL,
    "FromMeetingId" TEXT NULL,
    "FromItemId" TEXT NULL,
    "AgreementId" TEXT NULL,
    "ItemId" TEXT NULL,
    "AddedAt" TEXT NOT NULL,
    "AddedById" TEXT NULL,
    "Reason" TEXT NULL,
    "DroppedAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
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
