/**
 * Use cases of releases and packages. Persons act through {@code ReleaseService} and {@code PackageService}; the change's
 * handover opens releases ({@code ReleaseOpening}), the test job reports through {@code ReleaseTesting}, deployments read
 * and move releases through {@code ReleaseForDeployment}.
 */
package io.throughline.release.service;
