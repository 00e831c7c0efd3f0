import type { ObjetHote } from "./objet";
import { argumentInvalide, type RequeteDuFil } from "./protocole";

type Reponse = Record<string, unknown>;

const TOUT = ["*", "$all"];

/** Réponse à un `load` : `["values", "format/fill/color", "items/name"]`, ou toutes les valeurs simples. */
export async function repondre(objet: ObjetHote, requete: RequeteDuFil): Promise<Reponse> {
  const noms = [...(requete.Select ?? []), ...(requete.Expand ?? [])];
  await objet.avantLecture?.(noms.length ? noms : TOUT);
  const reponse: Reponse = {};
  if (objet.id !== undefined) reponse.Id = objet.id;
  if (objet.reference) reponse._ReferenceId = objet.reference;
  if (objet.elements)
    return { ...reponse, _Items: await lireElements(objet.elements(), noms, requete) };
  await lireMembres(objet, noms.length ? noms : TOUT, reponse);
  return reponse;
}

async function lireElements(
  tous: ObjetHote[],
  noms: string[],
  { Skip = 0, Top = tous.length }: RequeteDuFil
): Promise<Reponse[]> {
  const select = noms
    .map((nom) => nom.replace(/^items\/?/i, ""))
    .filter((nom) => nom !== "" && nom.toLowerCase() !== "$none");
  const page = tous.slice(Skip, Skip + Top);
  return Promise.all(page.map((element) => repondre(element, { Select: select })));
}

async function lireMembres(objet: ObjetHote, noms: string[], reponse: Reponse): Promise<void> {
  const parObjet = new Map<string, string[]>();
  for (const chemin of noms) {
    const [premier = "", ...reste] = chemin.split("/");
    const nom = nomDuFil(premier);
    if (TOUT.includes(premier)) lireTout(objet, reponse);
    else if (objet.objets?.[nom]) parObjet.set(nom, suite(parObjet.get(nom), reste));
    else if (objet.proprietes[nom]) reponse[nom] = objet.proprietes[nom].lire();
    else throw argumentInvalide(`${objet.type} n'a pas de propriété « ${premier} ».`);
  }
  for (const [nom, reste] of parObjet) {
    const enfant = objet.objets?.[nom]?.() ?? null;
    reponse[nom] = enfant && (await repondre(enfant, { Select: reste }));
  }
}

function suite(deja: string[] = [], reste: string[]): string[] {
  return reste.length ? [...deja, reste.join("/")] : deja;
}

function lireTout(objet: ObjetHote, reponse: Reponse): void {
  for (const [nom, propriete] of Object.entries(objet.proprietes)) reponse[nom] = propriete.lire();
}

/** « showGridlines » demandé par le client, « ShowGridlines » sur le fil. */
export function nomDuFil(nom: string): string {
  return nom.charAt(0).toUpperCase() + nom.slice(1);
}
