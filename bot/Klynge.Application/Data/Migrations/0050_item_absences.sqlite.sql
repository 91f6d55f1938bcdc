-- Seats whose person took no part in an item of a meeting.
CREATE TABLE "ItemAbsences" (
    "ItemId" TEXT NOT NULL,
    "MemberId" TEXT NOT NULL,
    "ForumId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    CONSTRAINT "PK_ItemAbsences" PRIMARY KEY ("ItemId", "MemberId"),
    CONSTRAINT "FK_ItemAbsences_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemAbsences_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemAbsences_Members_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Members" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemAbsences_MemberId" ON "ItemAbsences" ("MemberId");
CREATE INDEX "IX_ItemAbsences_ForumId" ON "ItemAbsences" ("ForumId");
