-- Accounts that seem to be a member's by their address: the secretariat says whether they are.
CREATE TABLE "AccountClaims" (
    "ObjectId" text NOT NULL,
    "PersonId" uuid NOT NULL,
    "Address" text NOT NULL,
    "TeamsUserId" text,
    "ForeignTenantId" text,
    "AskedAt" timestamptz NOT NULL,
    "IsTheirs" boolean,
    "AnsweredAt" timestamptz,
    "AnsweredById" uuid,
    CONSTRAINT "PK_AccountClaims" PRIMARY KEY ("ObjectId"),
    CONSTRAINT "FK_AccountClaims_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AccountClaims_PersonId" ON "AccountClaims" ("PersonId");
