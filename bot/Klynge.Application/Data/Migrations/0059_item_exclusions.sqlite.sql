-- Readers of closed items who are kept out of a single one.
CREATE TABLE "ItemExclusions" (
    "ItemId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "ForumId" TEXT NOT NULL,
    CONSTRAINT "PK_ItemExclusions" PRIMARY KEY ("ItemId", "PersonId"),
    CONSTRAINT "FK_ItemExclusions_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemExclusions_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemExclusions_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemExclusions_PersonId" ON "ItemExclusions" ("PersonId");
CREATE INDEX "IX_ItemExclusions_ForumId" ON "ItemExclusions" ("ForumId");
