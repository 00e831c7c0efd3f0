import type { ClasseurXlsx } from "../../fichier";

export type FeuilleXlsx = ClasseurXlsx["feuilles"][number];
export type CelluleXlsx = FeuilleXlsx["cellules"][number];
export type StyleXlsx = NonNullable<CelluleXlsx["style"]>;
export type MiseEnPageXlsx = NonNullable<FeuilleXlsx["impression"]>;
