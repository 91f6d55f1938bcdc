-- Files that people give to agenda items: where they are fetched until they are kept, and where they lie from then on.
CREATE TABLE "ItemFiles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ItemFiles" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Source" TEXT NULL,
    "IsLink" INTEGER NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "ForumId" TEXT NULL,
    "ItemId" TEXT NULL,
    "IsRequiredReading" INTEGER NOT NULL,
    "IsClosed" INTEGER NOT NULL,
    "Replaces" TEXT NULL,
    "Change" TEXT NULL,
    "Path" TEXT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "TriedSince" TEXT NULL,
    "Failure" TEXT NULL,
    "MovesTo" TEXT NULL,
    CONSTRAINT "FK_ItemFiles_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemFiles_Forums_ForumId" FOREIGN KEY ("ForumId") REFERENCES "Forums" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ItemFiles_AgendaItems_ItemId" FOREIGN KEY ("ItemId") REFERENCES "AgendaItems" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_ItemFiles_DueAt" ON "ItemFiles" ("DueAt") WHERE "DueAt" IS NOT NULL;
CREATE INDEX "IX_ItemFiles_Path" ON "ItemFiles" ("Path");
CREATE INDEX "IX_ItemFiles_PersonId" ON "ItemFiles" ("PersonId");
CREATE INDEX "IX_ItemFiles_ForumId" ON "ItemFiles" ("ForumId");
CREATE INDEX "IX_ItemFiles_ItemId" ON "ItemFiles" ("ItemId");
