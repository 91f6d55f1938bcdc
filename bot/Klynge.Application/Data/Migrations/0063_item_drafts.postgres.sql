-- What people have typed into the page of an item and not saved. Outside the record.
CREATE TABLE "ItemDrafts" (
    "ItemId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Field" text NOT NULL,
    "ForumId" uuid NOT NULL,
    "MeetingId" uuid NOT NULL,
    "Text" text NOT NULL,
    "Seen" integer NOT NULL,
    "Version" integer NOT NULL,
    "Window" text NOT NULL,
    "Turn" integer NOT NULL,
    "SavedAt" timestamptz NOT NULL,
    "DiscardedAt" timestamptz NULL,
    CONSTRAINT "PK_ItemDrafts" PRIMARY KEY ("ItemId", "PersonId", "Field"),
    CONSTRAINT "FK_ItemDrafts_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemDrafts_Meetings_MeetingId" FOREIGN KEY ("MeetingId") REFERENCES "Meetings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemDrafts_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemDrafts_PersonId_MeetingId" ON "ItemDrafts" ("PersonId", "MeetingId");
CREATE INDEX "IX_ItemDrafts_ForumId" ON "ItemDrafts" ("ForumId");
CREATE INDEX "IX_ItemDrafts_MeetingId" ON "ItemDrafts" ("MeetingId");
