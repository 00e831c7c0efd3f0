import { act, configure, screen, waitFor, within } from "@testing-library/react";
import { CONTRAT_VIDE, lireContrat, planContrat } from "../../src/contrat";
import { estFormule } from "../../src/feuilles";
import { feuilleDuPlan } from "../outils/feuille";
import { PLAQUETTE, type Lignes } from "../outils/feuille-lue";
import { erreurOffice } from "./faux-classeur";
import { ouvrir, ouvrirEtControler } from "./ouvrir";

// L'onglet se charge à part : sa compilation n'est pas du temps d'un test.
beforeAll(() => import("../../src/volet/suivre/onglet-suivre"), 60_000);
jest.setTimeout(60_000);
// Une machine chargée met plus d'une seconde à recontrôler ; un succès n'attend pas.
configure({ asyncUtilTimeout: 10_000 });

/** Sans mise en page, jsdom laisse parfois au dialogue l'attribut aria-hidden du précédent ; Chromium, lui, éprouve l'accessibilité. */
const MASQUE = { hidden: true };

const ARTICLE_3 = "Article 3 – 2026-2028";

/** Commune A : 40 financés et 20 prévus, pour 85 ; commune B : 50 prévus, pour 179, et une opération de 2029 qui ne compte pas. */
const OPERATIONS: Lignes = [
  [
    "Commune",
    "Nom de l’opération",
    "Logements",
    "Dont sociaux",
    "PLAI",
    "PLUS",
    "PLS",
    "Année prévisionnelle de financement",
    "Année de financement",
  ],
  ["Commune A", "La Forge", 44, 40, 14, 20, 6, 2026, 2026],
  ["Commune A", "Le Moulin", 24, 20, 6, 10, 4, 2027, null],
  ["Commune B", "Les Vergers", 60, 50, 15, 25, 10, 2028, null],
  ["Commune B", "La Gare", 30, 30, 10, 15, 5, 2029, null],
];

async function suivre(lignes: Lignes = PLAQUETTE, operations: Lignes | null = OPERATIONS) {
  const ouvert = await ouvrirEtControler(lignes);
  if (operations) act(() => ouvert.classeur.remplir(ARTICLE_3, operations));
  await ouvert.utilisateur.click(screen.getByRole("tab", { name: "Suivre" }));
  await screen.findByText(/logements? à trouver d’ici/, { selector: "h2" });
  return ouvert;
}

/** Les cellules d'une ligne, d'après le début de son texte. */
function ligne(debut: string, titre: string): (string | null)[] {
  const section = screen.getByRole("heading", { name: titre }).closest("section");
  const rangees = [...(section?.querySelectorAll("tr") ?? [])];
  const trouvee = rangees.find(({ textContent }) => textContent?.startsWith(debut));
  return [...(trouvee?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent);
}

const titreDuSuivi = (): HTMLElement =>
  screen.getByText(/logements? à trouver d’ici/, { selector: "h2" });

async function signer(
  { utilisateur }: Awaited<ReturnType<typeof suivre>>,
  bouton: string,
  date = "2026-06-30"
): Promise<HTMLElement> {
  await utilisateur.click(screen.getByText(bouton, { selector: "button" }));
  const dialogue = await screen.findByRole("dialog", MASQUE);
  await utilisateur.type(within(dialogue).getByLabelText(/Date de signature/), date);
  return dialogue;
}

async function figer(ouvert: Awaited<ReturnType<typeof suivre>>): Promise<void> {
  const dialogue = await signer(ouvert, "Figer le contrat signé…");
  await ouvert.utilisateur.click(within(dialogue).getByRole("button", { name: "Figer" }));
  await within(dialogue).findByText(/2 objectifs gardés/);
  await ouvert.utilisateur.click(within(dialogue).getByRole("button", { name: "Fermer" }));
  await waitFor(() => expect(screen.queryByRole("dialog", MASQUE)).not.toBeInTheDocument());
}

/** L'alerte de ce code, dès qu'elle est dite. */
function trouverAlerte(code: string): Promise<HTMLElement> {
  return waitFor(() => {
    const alerte = document.querySelector<HTMLElement>(`[data-code="${code}"]`);
    if (!alerte) throw new Error(`Pas d'alerte « ${code} »`);
    return alerte;
  });
}

describe("le suivi", () => {
  test("ce qui reste à trouver : financés, prévus, à trouver, objectif", async () => {
    await suivre();
    expect(titreDuSuivi()).toHaveTextContent("154 logements à trouver d’ici fin 2028");
    const titre = "154 logements à trouver d’ici fin 2028";
    expect(ligne("Financés", titre)).toEqual(["40", "15\u00a0%"]);
    expect(ligne("Prévus", titre)).toEqual(["70", "27\u00a0%"]);
    expect(ligne("À trouver", titre)).toEqual(["154", "58\u00a0%"]);
    expect(ligne("Objectif", titre)[0]).toBe("264");
    expect(
      screen.getByRole("img", { name: "40 financés, 70 prévus, 154 à trouver sur 264" })
    ).toBeInTheDocument();
  });

  test("les produits : la règle du contrat, ce qui est fait, ce qui reste", async () => {
    await suivre();
    // 30 % de 85 et de 179, par commune : 26 et 54 PLAI au moins, 25 et 53 PLS au plus.
    expect(ligne("PLAI", "Produits")).toEqual(["80 au moins", "14", "21", "45 à trouver"]);
    expect(ligne("PLS", "Produits")).toEqual(["78 au plus", "6", "14", "58 possibles"]);
  });

  test("par commune, de la plus loin à la plus près, ou dans l'ordre du contrat", async () => {
    const { utilisateur } = await suivre();
    const noms = (): string[] => {
      const section = screen.getByRole("heading", { name: "Par commune" }).closest("section");
      return [...(section?.querySelectorAll("tbody th") ?? [])].map(
        ({ textContent }) => /Commune \w/.exec(textContent ?? "")?.[0] ?? ""
      );
    };
    expect(noms()).toEqual(["Commune B", "Commune A"]);
    expect(ligne("Commune B", "Par commune")).toEqual(["179", "0", "50", "129"]);
    await utilisateur.click(screen.getByRole("button", { name: /Trier.*ordre du contrat/ }));
    expect(noms()).toEqual(["Commune A", "Commune B"]);
  });

  test("une alerte mène à sa cellule, sur la feuille de l'article 3", async () => {
    const { classeur, utilisateur } = await suivre();
    const alerte = (await screen.findByText(/« La Gare »/)).closest("li");
    expect(within(alerte as HTMLElement).getByRole("img", { name: "Avertissement" })).toBeVisible();
    await utilisateur.click(
      within(alerte as HTMLElement).getByRole("button", { name: "Aller à la cellule H5" })
    );
    expect(classeur.allerA).toHaveBeenCalledWith(ARTICLE_3, "H5");
  });

  test("le reste à trouver et le nombre d'alertes sont annoncés", async () => {
    await suivre();
    const regions = screen.getAllByRole("status").map(({ textContent }) => textContent ?? "");
    const alertes = /\d+/.exec(
      screen.getByRole("heading", { name: /^Alertes, / }).textContent
    )?.[0];
    expect(regions).toContain(
      `154 logements à trouver d’ici fin 2028, ${alertes ?? "aucune"} alertes`
    );
  });

  test("un changement du classeur se lit aussitôt ; ce qui était affiché le reste si la lecture échoue", async () => {
    const { classeur, utilisateur } = await suivre();
    const avec = OPERATIONS.map((l) => l.map((v) => (v === 50 ? 60 : v)));
    act(() => classeur.remplir(ARTICLE_3, avec));
    await screen.findByText(/144 logements à trouver/, { selector: "h2" });
    classeur.lireFeuille.mockRejectedValueOnce(erreurOffice("InvalidOperationInCellEditMode"));
    const bouton = screen.getByRole("button", { name: "Actualiser" });
    await utilisateur.click(bouton);
    expect(await screen.findByRole("alert")).toHaveTextContent("en cours de saisie");
    expect(titreDuSuivi()).toHaveTextContent("144 logements");
    expect(bouton).toHaveFocus();
    await utilisateur.click(bouton);
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
  });

  test("sans article 3 : c'est dit, et il se crée ici ; il est lu aussitôt", async () => {
    const { classeur, utilisateur } = await suivre(PLAQUETTE, null);
    expect(screen.getByText(/n’a pas de feuille « Article 3 »/)).toBeInTheDocument();
    expect(titreDuSuivi()).toHaveTextContent("264 logements");
    expect(screen.queryByRole("heading", { name: /^Alertes/ })).not.toBeInTheDocument();
    await utilisateur.click(screen.getByRole("button", { name: "Créer la feuille Article 3" }));
    const nom = classeur.ecrirePlans.mock.calls[0]?.[0][0]?.nom ?? "";
    expect(nom).toMatch(/^Article 3/);
    await screen.findByText(/créée/);
    await waitFor(() =>
      expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
        expect.objectContaining({ aLire: { feuille: nom } })
      )
    );
    expect(screen.queryByText(/n’a pas de feuille/)).not.toBeInTheDocument();
  });

  test("une feuille au nom d'article 3 qui n'en est pas un : c'est dit, et une autre se désigne", async () => {
    const { classeur, utilisateur } = await suivre(PLAQUETTE, [["Notes"]]);
    expect(await screen.findByText(/ne se lit pas comme un article 3/)).toBeInTheDocument();
    act(() => classeur.remplir("Nos opérations", OPERATIONS));
    const choix = screen.getByRole("combobox", { name: /Feuille des opérations/ });
    await utilisateur.click(choix);
    await utilisateur.click(await screen.findByRole("option", { name: /Nos opérations/ }));
    expect(await screen.findByText(/154 logements/, { selector: "h2" })).toBeInTheDocument();
  });
});

describe("la signature", () => {
  test("figer : rien sans la date ; puis les objectifs et une feuille en valeurs, en une confirmation", async () => {
    const ouvert = await suivre();
    const { classeur, utilisateur } = ouvert;
    expect(screen.getByText("Projet")).toBeInTheDocument();
    await utilisateur.click(screen.getByRole("button", { name: "Figer le contrat signé…" }));
    const dialogue = await screen.findByRole("dialog", MASQUE);
    expect(dialogue).toHaveTextContent(/2 objectifs \(264 logements\) sur « CMS – Contrat »/);
    const bouton = within(dialogue).getByText("Figer", { selector: "button" });
    await utilisateur.click(bouton);
    expect(classeur.enregistrerContrat).not.toHaveBeenCalled();
    await utilisateur.type(within(dialogue).getByLabelText(/Date de signature/), "2026-06-30");
    await utilisateur.click(bouton);
    await within(dialogue).findByText(/2 objectifs gardés/);

    const [version] = classeur.enregistrerContrat.mock.calls[0]?.[0].versions ?? [];
    expect(version).toMatchObject({ signeLe: "2026-06-30", avenant: 0, periode: "2026-2028" });
    expect(version?.communes.map(({ objectif }) => objectif)).toEqual([85, 179]);
    const plan = classeur.ecrirePlan.mock.calls[0]?.[0];
    expect(plan?.blocs.flatMap(({ contenus }) => contenus.flat()).filter(estFormule)).toEqual([]);
    expect(JSON.stringify(plan)).toContain("Signé le 30/06/2026");
  });

  test("figé, le focus reste dans le dialogue : le bouton qui l'avait a disparu", async () => {
    const ouvert = await suivre();
    const dialogue = await signer(ouvert, "Figer le contrat signé…");
    within(dialogue).getByRole("button", { name: "Figer" }).focus();
    await ouvert.utilisateur.keyboard("{Enter}");
    await within(dialogue).findByText(/2 objectifs gardés/);
    expect(within(dialogue).getByRole("button", { name: "Fermer" })).toHaveFocus();
  });

  test("signé : l'état le dit, l'en-tête aussi, et le bouton devient celui de l'avenant", async () => {
    const ouvert = await suivre();
    await figer(ouvert);
    expect(screen.getByText("Signé le 30/06/2026")).toBeInTheDocument();
    expect(screen.getByText("Inventaire au 01/01/2025")).toBeInTheDocument();
    expect(screen.getByText("Mutualisant · 2026-2028 · signé le 30/06/2026")).toBeInTheDocument();
    expect(screen.getByText("Préparer un avenant…")).toBeInTheDocument();
  });

  test("une date que la période n'admet pas : refusée avec sa raison, et rien ne s'écrit", async () => {
    const ouvert = await suivre();
    const dialogue = await signer(ouvert, "Figer le contrat signé…", "2020-06-30");
    expect(within(dialogue).getByRole("alert")).toHaveTextContent("30/06/2020");
    await ouvert.utilisateur.click(within(dialogue).getByRole("button", { name: "Figer" }));
    expect(ouvert.classeur.enregistrerContrat).not.toHaveBeenCalled();
  });

  test("un objectif qui ne se lit pas n'est pas deviné : rien ne se fige", async () => {
    const illisible = PLAQUETTE.map((l) => l.map((v) => (v === 179 ? "env. 180" : v)));
    const ouvert = await suivre(illisible);
    await ouvert.utilisateur.click(screen.getByRole("button", { name: "Figer le contrat signé…" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Commune B");
  });

  test.each([
    ["ContratProtege", "protégée"],
    ["VersionDejaSignee", "déjà signée"],
  ])(
    "le contrat ne peut pas s'écrire (%s) : pourquoi, et il reste un projet",
    async (code, dit) => {
      const ouvert = await suivre();
      ouvert.classeur.enregistrerContrat.mockRejectedValueOnce(erreurOffice(code));
      const dialogue = await signer(ouvert, "Figer le contrat signé…");
      await ouvert.utilisateur.click(within(dialogue).getByRole("button", { name: "Figer" }));
      expect(await within(dialogue).findByRole("alert")).toHaveTextContent(dit);
      expect(ouvert.classeur.ecrirePlan).not.toHaveBeenCalled();
      await ouvert.utilisateur.click(within(dialogue).getByRole("button", { name: "Renoncer" }));
      expect(await screen.findByText("Projet")).toBeInTheDocument();
    }
  );

  test("la feuille ne peut pas s'écrire : les objectifs sont gardés, et la feuille seule se réessaie", async () => {
    const ouvert = await suivre();
    const { classeur, utilisateur } = ouvert;
    classeur.ecrirePlan.mockRejectedValueOnce(erreurOffice("AccessDenied"));
    const dialogue = await signer(ouvert, "Figer le contrat signé…");
    await utilisateur.click(within(dialogue).getByRole("button", { name: "Figer" }));
    expect(await within(dialogue).findByRole("alert")).toHaveTextContent(
      "Les objectifs, eux, sont gardés"
    );
    const versions = classeur.enregistrerContrat.mock.lastCall?.[0].versions;
    await utilisateur.click(
      within(dialogue).getByRole("button", { name: "Réessayer d’écrire la feuille" })
    );
    await within(dialogue).findByText(/créée/);
    expect(classeur.enregistrerContrat.mock.lastCall?.[0].versions).toEqual(versions);
    expect(versions).toHaveLength(1);
  });

  test("le tableau change ensuite : l'objectif suivi reste le signé, et l'alerte dit les deux nombres", async () => {
    const ouvert = await suivre();
    await figer(ouvert);
    act(() => ouvert.classeur.changer(PLAQUETTE.map((l) => l.map((v) => (v === 179 ? 185 : v)))));
    const alerte = await trouverAlerte("objectif-signe");
    expect(alerte).toHaveTextContent(/179.*185/);
    expect(titreDuSuivi()).toHaveTextContent("154 logements");
    await ouvert.utilisateur.click(within(alerte).getByText("E4"));
    expect(ouvert.classeur.allerA).toHaveBeenCalledWith("Mutualisation", "E4");
  });

  test("un nouvel inventaire : ce qu'il change, et ce qu'il ne change pas", async () => {
    const ouvert = await suivre();
    await figer(ouvert);
    act(() => ouvert.classeur.changer(PLAQUETTE.map((l) => l.map((v) => (v === 500 ? 480 : v)))));
    await ouvert.utilisateur.click(await screen.findByText("Nouvel inventaire"));
    const rangee = (await screen.findByText(/légal 159/)).closest("tr");
    const cellules = [...(rangee?.querySelectorAll("td") ?? [])];
    expect(cellules.map(({ textContent }) => textContent)).toEqual(["500", "480", "85"]);
    expect(titreDuSuivi()).toHaveTextContent("154 logements");
  });

  test("un avenant : signé et proposé côte à côte ; il s'ajoute, et devient celui que l'on suit", async () => {
    const ouvert = await suivre();
    const { classeur, utilisateur } = ouvert;
    await figer(ouvert);
    act(() => classeur.changer(PLAQUETTE.map((l) => l.map((v) => (v === 179 ? 185 : v)))));
    await trouverAlerte("objectif-signe");
    const dialogue = await signer(ouvert, "Préparer un avenant…", "2027-02-15");
    const rangee = within(dialogue).getByRole("row", { name: /^Commune B/ });
    expect(
      within(rangee)
        .getAllByRole("cell")
        .map((c) => c.textContent)
    ).toEqual(["179", "185", "+6"]);
    await utilisateur.click(within(dialogue).getByRole("button", { name: "Écrire l’avenant" }));
    await within(dialogue).findByText(/2 objectifs gardés/);
    await utilisateur.click(within(dialogue).getByRole("button", { name: "Fermer" }));
    expect(await screen.findByText(/160 logements/, { selector: "h2" })).toBeInTheDocument();

    const ecrit = classeur.enregistrerContrat.mock.lastCall?.[0];
    const garde = ecrit && lireContrat(feuilleDuPlan(planContrat(ecrit))).contrat.versions;
    expect(garde?.map(({ avenant }) => avenant)).toEqual([0, 1]);
    await utilisateur.click(screen.getByText("Versions et avenants, 2"));
    const signe = await screen.findByText("Signé le 30/06/2026");
    const avenant = screen.getByText("Avenant n° 1 du 15/02/2027, en vigueur");
    expect(avenant.compareDocumentPosition(signe)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});

test("le bilan : quantité et qualité par commune, puis retour au suivi sur le bouton", async () => {
  const { utilisateur } = await suivre();
  const bouton = screen.getByRole("button", { name: "Établir le bilan…" });
  await utilisateur.click(bouton);
  expect(screen.getByRole("heading", { name: "Bilan 2026-2028" })).toHaveFocus();
  expect(ligne("Commune A", "Quantité et qualité")).toEqual(["85", "40", "14", "6"]);
  expect(ligne("Commune B", "Quantité et qualité")).toEqual(["179", "0", "0", "0"]);
  expect(screen.getByText(/non atteint.*2 communes sur 2/)).toBeInTheDocument();
  await utilisateur.click(screen.getByRole("button", { name: "Retour au suivi" }));
  await waitFor(() => expect(bouton).toHaveFocus());
});

test("le bilan s'écrit sur une feuille, avec ses nombres, et le dit", async () => {
  const { classeur, utilisateur } = await suivre();
  await utilisateur.click(screen.getByRole("button", { name: "Établir le bilan…" }));
  await utilisateur.click(screen.getByRole("button", { name: "Écrire le bilan" }));
  expect(await screen.findByText(/Feuille « Bilan 2026-2028 » créée/)).toBeVisible();
  const [plan] = classeur.ecrirePlans.mock.lastCall?.[0] ?? [];
  const lignes = plan ? feuilleDuPlan(plan).cellules : [];
  const valeurs = lignes.map((cellules) => cellules.map(({ valeur }) => valeur));
  expect(valeurs).toContainEqual(expect.arrayContaining(["Commune A", 85, 40, 14, 6]));
});

test("sans tableau ni contrat signé, il n'y a rien à suivre : c'est dit", async () => {
  const { utilisateur } = await ouvrirEtControler([["Rien"]]);
  await utilisateur.click(screen.getByRole("tab", { name: "Suivre" }));
  expect(await screen.findByText("Pas encore de contrat à suivre")).toBeInTheDocument();
});

test("plusieurs contrats signés et aucun tableau : on choisit celui que l'on suit, sans perdre le focus", async () => {
  const { classeur, utilisateur } = ouvrir([["Rien"]]);
  const versions = ["CA du Val d'Orle", "CC des Deux Rives"].map((epci, rang) => ({
    epci,
    avenant: 0,
    signeLe: "2026-06-30",
    inventaire: 2025,
    periode: "2026-2028",
    type: "mutualisant" as const,
    communes: [
      {
        nom: `Commune ${rang}`,
        insee: null,
        deficit: 500,
        objectifLegal: 165,
        objectif: 100 + rang,
        plai: 30,
        pls: 30,
      },
    ],
  }));
  await classeur.enregistrerContrat({ ...CONTRAT_VIDE, versions });
  await utilisateur.click(screen.getByRole("button", { name: "Contrôler cette feuille" }));
  await utilisateur.click(await screen.findByRole("tab", { name: "Suivre" }));
  expect(await screen.findByText(/^100 logements à trouver/, { selector: "h2" })).toBeVisible();

  const liste = screen.getByRole("combobox", { name: "Contrat suivi" });
  expect(liste).toHaveTextContent("CA du Val d'Orle, 2026-2028");
  await utilisateur.click(liste);
  await utilisateur.click(screen.getByRole("option", { name: "CC des Deux Rives, 2026-2028" }));
  expect(await screen.findByText(/^101 logements à trouver/, { selector: "h2" })).toBeVisible();
  expect(screen.getByRole("combobox", { name: "Contrat suivi" })).toHaveFocus();
});
