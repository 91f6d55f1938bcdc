-- Accounts that seem to be a member's by their address: the secretariat says whether they are.
CREATE TABLE "AccountClaims" (
    "ObjectId" TEXT NOT NULL CONSTRAINT "PK_AccountClaims" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "TeamsUserId" TEXT NULL,
    "ForeignTenantId" TEXT NULL,
    "AskedAt" TEXT NOT NULL,
    "IsTheirs" INTEGER NULL,
    "AnsweredAt" TEXT NULL,
    "AnsweredById" TEXT NULL,
    CONSTRAINT "FK_AccountClaims_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AccountClaims_PersonId" ON "AccountClaims" ("PersonId");
