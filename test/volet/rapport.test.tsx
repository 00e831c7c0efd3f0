import { act, screen, waitFor } from "@testing-library/react";
import { PLAQUETTE } from "../outils/feuille-lue";
import { erreurOffice, plusTard } from "./faux-classeur";
import { ouvrirEtControler } from "./ouvrir";

// Le rapport se charge à part : sa compilation n'est pas du temps d'un test.
beforeAll(() => import("../../src/volet/controler/rapport-du-controle"), 60_000);

const bouton = () => screen.findByRole("button", { name: "Écrire le rapport" });

test("écrire le rapport : bouton occupé, puis le nom de la feuille et le lien pour l'ouvrir", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
  const ecriture = plusTard<string[]>();
  classeur.ecrirePlans.mockImplementationOnce(() => ecriture.promesse);
  const ecrire = await bouton();
  await utilisateur.click(ecrire);
  expect(ecrire).toHaveTextContent("Création…");
  await utilisateur.click(ecrire);

  await act(async () => {
    ecriture.tenir(["Contrôle CMS (2)"]);
    await ecriture.promesse;
  });
  expect(classeur.ecrirePlans).toHaveBeenCalledTimes(1);
  expect(await screen.findByText(/créée/)).toHaveTextContent("Contrôle CMS (2)");
  await utilisateur.click(screen.getByRole("button", { name: "Ouvrir la feuille" }));
  expect(classeur.allerA).toHaveBeenCalledWith("Contrôle CMS (2)", "A1");
});

test("le rapport porte le tableau contrôlé, et la date de la lecture", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
  await utilisateur.click(await bouton());
  await screen.findByText(/créée/);
  const plan = classeur.ecrirePlans.mock.calls[0]?.[0]?.[0];
  const contenus = JSON.stringify(plan?.blocs);
  expect(plan?.nom).toBe("Contrôle CMS");
  expect(contenus).toContain("Commune B");
  expect(contenus).toMatch(/\d\d\/\d\d\/20\d\d à \d\d:\d\d, par Complément CMS/);
});

test("une panne dit sa cause et le geste", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
  classeur.ecrirePlans.mockRejectedValueOnce(erreurOffice("AccessDenied"));
  await utilisateur.click(await bouton());
  expect(await screen.findByRole("alert")).toHaveTextContent("Ôtez la protection");
});

test("le rapport ouvert n'est pas contrôlé : le volet reste sur sa feuille, et à la demande le dit", async () => {
  const { classeur, utilisateur } = await ouvrirEtControler(PLAQUETTE);
  await bouton();
  const rapport = [["Rapport de contrôle établi par Complément CMS"], ...PLAQUETTE];
  act(() => classeur.changer(rapport, "Contrôle CMS"));
  await waitFor(() =>
    expect(classeur.lireFeuille).toHaveBeenLastCalledWith(
      expect.objectContaining({ aLire: { feuille: "Mutualisation" } })
    )
  );
  expect(await screen.findByRole("heading", { name: /^Équilibré/ })).toBeVisible();

  await utilisateur.click(screen.getByRole("button", { name: "Relancer le contrôle" }));
  expect(
    await screen.findByRole("heading", { name: "Cette feuille est un rapport de contrôle" })
  ).toBeVisible();
  expect(screen.queryByText("Ce qui a été cherché")).not.toBeInTheDocument();
});
