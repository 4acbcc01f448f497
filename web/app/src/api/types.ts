import type { ChatMessage } from "@consilium/call-engine";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type User = Schemas["UserJson"];
export type Person = Schemas["PersonJson"];
export type AppInfo = Schemas["App"];
export type OpenedLink = Schemas["Opened"];
export type Setup = Schemas["Setup"];
export type Account = Schemas["Account"];
export type AccountDetails = Schemas["AccountDetails"];
export type DemoAccount = Schemas["DemoAccount"];
export type ConsultationSummary = Schemas["ConsultationSummary"];
export type Appointment = Schemas["AppointmentJson"];
export type LogEntry = Schemas["CallLogEntry"];
export type ConsultationDetail = Schemas["Detail"];
export type EntryAnswer = Schemas["AdmittedJson"];
export type CheckReport = Schemas["CheckReport"];
export type DevicesState = Schemas["DevicesJson"];
export type Rating = Schemas["Rating"];
export type RatingIssue = Rating["issues"][number];
export type CallVerdict = Schemas["CallVerdict"];
export type PersonFigures = Schemas["PersonFigures"];
export type Pictures = Schemas["Pictures"];
export type Spread = Schemas["Spread"];
export type QualityDashboard = Schemas["QualityDashboard"];
export type Figures = Schemas["Figures"];
export type DayFigures = Schemas["DayFigures"];
export type BrowserSubscription = Schemas["BrowserSubscription"];
export type Told = Schemas["Told"];
export type MessagePreferences = Schemas["Want"];
export type CarriedMessage = Schemas["Carried"];
export type KeptMail = Schemas["KeptMail"];
export type Recording = Schemas["RecordingJson"];
/** As administrators see it. */
export type StoredRecording = Schemas["Item"];
export type RecordingCheckState = Schemas["Check"];
export type { ChatMessage };
