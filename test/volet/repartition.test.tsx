import { act, screen, waitFor } from "@testing-library/react";
import { PLAQUETTE, TITRES, type Lignes } from "../outils/feuille-lue";
import { erreurOffice } from "./faux-classeur";
import { ouvrirEtControler } from "./ouvrir";

/** Il manque un logement à la commune B. */
const EN_DEFAUT: Lignes = PLAQUETTE.map((ligne) => ligne.map((v) => (v === 179 ? 178 : v)));

// L'écran se charge à part : sa compilation n'est pas du temps d'un test.
beforeAll(() => import("../../src/volet/repartition/ecran-repartition"), 60_000);

async function proposer(lignes: Lignes) {
  const ouvert = await ouvrirEtControler(lignes);
  const bouton = await screen.findByText("Proposer une répartition…");
  await ouvert.utilisateur.click(bouton);
  const titre = await screen.findByText("Répartition proposée");
  return { ...ouvert, bouton, titre };
}

/** Les cellules d'une ligne du tableau proposé, d'après le début de son nom. */
function ligne(nom: RegExp): (string | null)[] {
  const rangee = rangees().find(({ textContent }) => nom.test(textContent ?? ""));
  return [...(rangee?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent);
}

/** Par le document et non par les rôles, qui coûtent cher sur un écran de cette taille. */
function rangees(): HTMLElement[] {
  const tableau = document.querySelector("tr[data-change]")?.closest("table");
  return [...(tableau?.querySelectorAll<HTMLElement>("tbody tr, tfoot tr") ?? [])];
}

test("commune par commune : avant, après, proposé, différence, plancher ; ce qui change est marqué", async () => {
  await proposer(EN_DEFAUT);
  expect(ligne(/^Commune Aplancher 85/)).toEqual(["165", "85", "86", "+1"]);
  expect(ligne(/^Commune Bplancher 51, relevée/)).toEqual(["99", "178", "178", "="]);
  expect(ligne(/^Total/)).toEqual(["264", "263", "264", "+1"]);
  expect(rangees().map(({ dataset }) => dataset.change)).toEqual(["true", "false", undefined]);
  expect(screen.getByText(/264 avant, 264 proposés.*1 commune change/)).toBeInTheDocument();
  expect(screen.getByText(/Proposition non opposable/)).toBeInTheDocument();
  expect(screen.getByText(/faute de colonne « Capacité »/)).toBeInTheDocument();
});

test("le focus va à l'écran, et revient au bouton", async () => {
  const { utilisateur, titre, bouton } = await proposer(EN_DEFAUT);
  expect(titre).toHaveFocus();
  await utilisateur.click(screen.getByText("Retour au contrôle"));
  await waitFor(() => expect(bouton).toHaveFocus());
  expect(screen.getByText("Il manque 1 logement")).toBeVisible();
});

test("la lecture de la loi permet de descendre plus bas", async () => {
  const { utilisateur } = await proposer([
    TITRES,
    ["Commune A", 500, 5, 165, 80],
    ["Commune B", 300, 5, 99, 290],
  ]);
  expect(ligne(/^Commune A/)).toEqual(["165", "80", "85", "+5"]);
  await utilisateur.click(screen.getByLabelText(/^Loi/));
  expect(ligne(/^Commune Aplancher 83/)).toEqual(["165", "80", "83", "+3"]);
});

test("la colonne « capacité » est nommée", async () => {
  await proposer([
    [...TITRES, "Potentiel foncier"],
    ["Commune A", 500, 5, 165, 85, 100],
    ["Commune B", 300, 5, 99, 179, 180],
  ]);
  expect(screen.getByText(/Au plus près de la colonne « Potentiel foncier »/)).toBeInTheDocument();
});

test("rien n'est écrit sans qu'on le demande ; puis seules les cellules qui changent, et le contrôle est relancé", async () => {
  const { classeur, utilisateur } = await proposer(EN_DEFAUT);
  expect(classeur.ecrireValeurs).not.toHaveBeenCalled();
  const lectures = classeur.lireFeuille.mock.calls.length;
  await utilisateur.click(screen.getByText("Écrire 1 objectif"));
  expect(classeur.ecrireValeurs).toHaveBeenCalledWith(
    "Mutualisation",
    [{ adresse: "E3", valeur: 86, lue: 85 }],
    false
  );
  expect(await screen.findByText(/1 cellule écrite/)).toBeInTheDocument();
  expect(classeur.lireFeuille).toHaveBeenCalledTimes(lectures + 1);
});

test("des taux après saisis : recalculés en même temps, sauf si on ne le veut pas", async () => {
  const { classeur, utilisateur } = await proposer([
    [...TITRES, "Taux de rattrapage après mutualisation"],
    ["Commune A", 500, 5, 165, 85, 0.17],
    ["Commune B", 300, 5, 99, 178, 0.6],
  ]);
  const avec = screen.getByLabelText(/Recalculer aussi 1 taux après/);
  expect(avec).toBeChecked();
  await utilisateur.click(screen.getByText("Écrire 1 objectif et 1 taux"));
  expect(classeur.ecrireValeurs.mock.calls[0]?.[1]).toEqual([
    { adresse: "E2", valeur: 86, lue: 85 },
    { adresse: "F2", valeur: 86 / 500, lue: 0.17 },
  ]);
  await screen.findByText(/2 cellules écrites/);
  await utilisateur.click(avec);
  await utilisateur.click(screen.getByText("Écrire 1 objectif"));
  expect(classeur.ecrireValeurs.mock.calls[1]?.[1]).toHaveLength(1);
});

test("un taux stocké en pour-cent le reste ; un taux en texte est à corriger à la main", async () => {
  const { classeur, utilisateur } = await proposer([
    [...TITRES, "Taux de rattrapage après mutualisation"],
    ["Commune A", 500, 5, 165, 70, 14],
    ["Commune B", 300, 5, 99, 40, "13,3 %"],
    ["Commune C", 300, 5, 99, 250, 83.3],
  ]);
  expect(screen.getByText(/en texte, à corriger à la main.*F3/)).toBeInTheDocument();
  await utilisateur.click(screen.getByText("Écrire 2 objectifs et 1 taux"));
  expect(classeur.ecrireValeurs.mock.calls[0]?.[1]).toContainEqual({
    adresse: "F2",
    valeur: expect.closeTo(17, 5) as number,
    lue: 14,
  });
});

test("une formule : nommée, et remplacée seulement si on l'accepte", async () => {
  const { classeur, utilisateur } = await proposer(EN_DEFAUT);
  classeur.ecrireValeurs.mockResolvedValueOnce({
    faite: false,
    gardees: [{ adresse: "E3", motif: "formule", contenu: "85" }],
  });
  const ecrire = screen.getByText("Écrire 1 objectif");
  await utilisateur.click(ecrire);
  expect(await screen.findByRole("alert")).toHaveTextContent(/une formule s’y trouve \(E3\)/);
  await utilisateur.click(screen.getByText("Annuler"));
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  expect(ecrire).toHaveFocus();

  classeur.ecrireValeurs.mockResolvedValueOnce({
    faite: false,
    gardees: [{ adresse: "E3", motif: "formule", contenu: "85" }],
  });
  await utilisateur.click(ecrire);
  await utilisateur.click(await screen.findByText("Remplacer cette formule"));
  expect(classeur.ecrireValeurs.mock.calls.at(-1)?.[2]).toBe(true);
  expect(await screen.findByText(/1 cellule écrite/)).toBeInTheDocument();
});

test("une cellule qui a changé demande un nouveau contrôle, jamais un remplacement", async () => {
  const { classeur, utilisateur } = await proposer(EN_DEFAUT);
  classeur.ecrireValeurs.mockResolvedValueOnce({
    faite: false,
    gardees: [
      { adresse: "E3", motif: "changee", contenu: "90" },
      { adresse: "E4", motif: "fusionnee", contenu: "" },
    ],
  });
  await utilisateur.click(screen.getByText("Écrire 1 objectif"));
  const alerte = await screen.findByRole("alert");
  expect(alerte).toHaveTextContent(/a changé depuis la lecture \(E3\)/);
  expect(alerte).toHaveTextContent(/fusionnée \(E4\)/);
  expect(screen.queryByText(/^Remplacer/)).not.toBeInTheDocument();
  const lectures = classeur.lireFeuille.mock.calls.length;
  await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  await waitFor(() => expect(classeur.lireFeuille).toHaveBeenCalledTimes(lectures + 1));
});

test("feuille protégée : le refus d'Excel se dit", async () => {
  const { classeur, utilisateur } = await proposer(EN_DEFAUT);
  classeur.ecrireValeurs.mockRejectedValueOnce(erreurOffice("AccessDenied"));
  await utilisateur.click(screen.getByText("Écrire 1 objectif"));
  expect(await screen.findByRole("alert")).toHaveTextContent("Ôtez la protection");
});

test("déjà équilibré : rien à écrire", async () => {
  const { classeur, utilisateur } = await proposer(PLAQUETTE);
  expect(screen.getByText(/Le tableau porte déjà ces objectifs/)).toBeInTheDocument();
  await utilisateur.click(screen.getByText("Écrire les objectifs"));
  expect(classeur.ecrireValeurs).not.toHaveBeenCalled();
});

test("impossible : ce qui l'empêche, et où", async () => {
  await proposer([TITRES, ["Commune A", "env. 500", 5, 165, 85], ["Commune B", 300, 5, 99, 179]]);
  expect(screen.getByText("Aucune répartition à proposer")).toBeVisible();
  expect(screen.getByRole("button", { name: "Aller à la cellule B2" })).toBeVisible();
  expect(screen.queryByText(/^Écrire (les|\d)/)).not.toBeInTheDocument();
});

test("plusieurs EPCI : la proposition est celle de l'EPCI montré", async () => {
  await proposer([
    ["EPCI", ...TITRES],
    ["CC du Nord", "Aval", 400, 5, 132, 140],
    ["CC du Sud", "Brume", 500, 5, 165, 85],
    ["CC du Sud", "Combe", 300, 5, 99, 178],
  ]);
  expect(rangees().map(({ textContent }) => /^[a-z]+/i.exec(textContent ?? "")?.[0])).toEqual([
    "Brumeplancher",
    "Combeplancher",
    "Total",
  ]);
});

test("la feuille change : la proposition suit ; sans mutualisation, l'écran se ferme", async () => {
  const { classeur } = await proposer(EN_DEFAUT);
  act(() => classeur.changer(PLAQUETTE));
  expect(await screen.findByText(/264 proposés.*Rien ne change/)).toBeInTheDocument();
  act(() =>
    classeur.changer([
      ["Commune", "LS manquants", "Écart", "Objectifs abaissés"],
      ["A", 500, 5, 125],
    ])
  );
  expect(await screen.findByRole("heading", { name: "165 avant, 125 retenus" })).toBeVisible();
  expect(screen.queryByText("Proposer une répartition…")).not.toBeInTheDocument();
});
