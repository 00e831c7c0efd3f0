import { ecrireXlsx, lireXlsx, type ClasseurXlsx } from "../../fichier";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Un classeur à ouvrir dans la grille. */
export interface Document {
  nom: string;
  contenu: ClasseurXlsx | null;
}

const NEUF: Document = { nom: "Classeur1.xlsx", contenu: null };

/** Le classeur donné par `--classeur`, ou un classeur neuf s'il n'y en a pas. */
export async function documentDeDepart(): Promise<Document> {
  const reponse = await fetch("/classeur.xlsx");
  if (reponse.status === 204 || reponse.status === 404) return NEUF;
  return lire(nomAnnonce(reponse), await reponse.arrayBuffer());
}

/** Le nom du fichier donné par `--classeur`, tel que le serveur l'annonce. */
function nomAnnonce(reponse: Response): string {
  const entete = reponse.headers.get("Content-Disposition") ?? "";
  return decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(entete)?.[1] ?? "classeur.xlsx");
}

/** Le fichier que l'utilisateur a choisi. */
export async function documentChoisi(fichier: File): Promise<Document> {
  return lire(fichier.name, await fichier.arrayBuffer());
}

async function lire(nom: string, octets: ArrayBuffer): Promise<Document> {
  return { nom, contenu: await lireXlsx(new Uint8Array(octets)) };
}

/** Télécharge une copie du classeur. */
export async function telecharger(nom: string, classeur: ClasseurXlsx): Promise<void> {
  const octets = await ecrireXlsx(classeur);
  const adresse = URL.createObjectURL(new Blob([octets as BlobPart], { type: TYPE }));
  const lien = document.createElement("a");
  lien.href = adresse;
  lien.download = nom;
  lien.click();
  // Le navigateur a pris le contenu dès le clic.
  setTimeout(() => URL.revokeObjectURL(adresse), 0);
}
