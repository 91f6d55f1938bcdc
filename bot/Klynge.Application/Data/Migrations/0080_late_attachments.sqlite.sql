-- Why a file comes after the time limit of bilag.
ALTER TABLE "ItemFiles" ADD COLUMN "LateReason" TEXT NULL;
