import type { UploadPort } from "./uploader";
import type { Uploads } from "./uploads";

/** Goes on sending what this person recorded. What that takes is loaded when somebody records, not before. */
export async function openUploads(owner: string, port: UploadPort): Promise<Uploads> {
  const { Uploads } = await import("./uploads");
  return Uploads.open(owner, port);
}
