-- Texts that people are asked for to an item of the agenda, by a day.
CREATE TABLE "Contributions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Contributions" PRIMARY KEY,
    "ForumId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Heading" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "Wanted" TEXT NULL,
    "AskedAt" TEXT NOT NULL,
    "RemindedAt" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "Text" TEXT NULL,
    "SentAt" TEXT NULL,
    CONSTRAINT "FK_Contributions_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contributions_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contributions_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Contributions_ItemId_PersonId" ON "Contributions" ("ItemId", "PersonId");
CREATE INDEX "IX_Contributions_PersonId" ON "Contributions" ("PersonId");
CREATE INDEX "IX_Contributions_ForumId" ON "Contributions" ("ForumId");
