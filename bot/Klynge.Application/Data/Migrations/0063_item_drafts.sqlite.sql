-- What people have typed into the page of an item and not saved. Outside the record.
CREATE TABLE "ItemDrafts" (
    "ItemId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Field" TEXT NOT NULL,
    "ForumId" TEXT NOT NULL,
    "MeetingId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Seen" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Window" TEXT NOT NULL,
    "Turn" INTEGER NOT NULL,
    "SavedAt" TEXT NOT NULL,
    "DiscardedAt" TEXT NULL,
    CONSTRAINT "PK_ItemDrafts" PRIMARY KEY ("ItemId", "PersonId", "Field"),
    CONSTRAINT "FK_ItemDrafts_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemDrafts_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemDrafts_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemDrafts_PersonId_MeetingId" ON "ItemDrafts" ("PersonId", "MeetingId");
CREATE INDEX "IX_ItemDrafts_ForumId" ON "ItemDrafts" ("ForumId");
CREATE INDEX "IX_ItemDrafts_MeetingId" ON "ItemDrafts" ("MeetingId");
