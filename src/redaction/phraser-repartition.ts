import type { Proposition } from "../controle";
import type { Message } from "./message";
import { ecrireCompte, enumerer, typographier } from "./typographie";

/** Ce que vaut une répartition proposée. */
export const PORTEE_DE_LA_PROPOSITION = typographier(
  "Proposition non opposable : la loi ne dit pas comment répartir. Les critères du choix s'écrivent dans le contrat, et chaque commune relevée donne son accord."
);

/** D'où viennent les capacités dont la proposition s'approche. `titre` : celui de la colonne, s'il y en a une. */
export function phraserCapacites(capacites: Proposition["capacites"], titre: string): string {
  return typographier(
    capacites === "colonne"
      ? `Au plus près de la colonne « ${titre} » ; une cellule vide y compte pour 0.`
      : "Au plus près des objectifs après du tableau, faute de colonne « Capacité » ; l'objectif légal y remplace celui qui manque."
  );
}

/** Une cellule qui n'est pas à écrire sans le dire. */
interface CelluleGardee {
  adresse: string;
  motif: "formule" | "changee" | "fusionnee";
  contenu: string;
}

/** Cellules citées par leur adresse. */
const CITEES = 6;

const PHRASES: Readonly<
  Record<CelluleGardee["motif"], (nombre: string, cellules: string) => Message>
> = {
  formule: (nombre, cellules) => ({
    quoi: `${nombre} : une formule s'y trouve (${cellules}).`,
    pourquoi: "Un nombre écrit à sa place la supprimerait. Rien n'a été écrit.",
    queFaire: "Remplacez-la si ce calcul ne sert plus ; sinon, modifiez la formule vous-même.",
  }),
  changee: (nombre, cellules) => ({
    quoi: `${nombre} : le contenu a changé depuis la lecture (${cellules}).`,
    pourquoi: "La proposition ne correspond plus au tableau. Rien n'a été écrit.",
    queFaire: "Relancez le contrôle : la proposition se recalcule.",
  }),
  fusionnee: (nombre, cellules) => ({
    quoi: `${nombre} : ce n'est qu'une partie d'une cellule fusionnée (${cellules}).`,
    pourquoi: "Le nombre n'y serait pas visible. Rien n'a été écrit.",
    queFaire: "Annulez la fusion dans la feuille, puis relancez le contrôle.",
  }),
};

/** Pourquoi rien n'a été écrit : un message par raison. */
export function phraserCellulesGardees(gardees: readonly CelluleGardee[]): Message[] {
  return (Object.keys(PHRASES) as CelluleGardee["motif"][]).flatMap((motif) => {
    const siennes = gardees.filter((gardee) => gardee.motif === motif);
    if (siennes.length === 0) return [];
    const { quoi, pourquoi, queFaire } = PHRASES[motif](
      ecrireCompte(siennes.length, "cellule"),
      citer(siennes.map(({ adresse }) => adresse))
    );
    return [
      {
        quoi: typographier(quoi),
        pourquoi: typographier(pourquoi),
        queFaire: typographier(queFaire),
      },
    ];
  });
}

function citer(adresses: readonly string[]): string {
  const reste = adresses.length - CITEES;
  if (reste <= 0) return enumerer(adresses, "et");
  return enumerer([...adresses.slice(0, CITEES), ecrireCompte(reste, "autre")], "et");
}
